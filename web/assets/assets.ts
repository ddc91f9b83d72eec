import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { style } from '../style/index.ts';
import { type Bundle, bundleIslands } from './bundle-islands.ts';

export interface Asset {
  type: string;
  body: string;
}

/** Style and script of all pages. Their addresses hold the hash of their content, so they are kept for ever. */
@Injectable()
export class Assets {
  readonly style: string;
  private readonly files = new Map<string, Asset>();
  private bundle: Bundle = { entry: '', files: new Map() };

  constructor() {
    this.style = `/assets/style-${createHash('sha256').update(style).digest('hex').slice(0, 10)}.css`;
    this.files.set(this.style, { type: 'text/css; charset=utf-8', body: style });
  }

  async onModuleInit(): Promise<void> {
    this.bundle = await bundleIslands();
    for (const [name, body] of this.bundle.files) {
      this.files.set(`/assets/${name}`, { type: 'text/javascript; charset=utf-8', body });
    }
  }

  get script(): string {
    return `/assets/${this.bundle.entry}`;
  }

  find(path: string): Asset | undefined {
    return this.files.get(path);
  }
}
