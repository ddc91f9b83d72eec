import { Injectable } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { openapiDocument } from './document.ts';

/** The OpenAPI document of the running api, made once, when it is first asked for. */
@Injectable()
export class ApiDocument {
  private app: NestFastifyApplication | undefined;
  private document: OpenAPIObject | undefined;

  /** Tells whose document it is; it cannot be injected, since it is what injects. */
  describe(app: NestFastifyApplication): void {
    this.app = app;
  }

  read(): OpenAPIObject {
    if (!this.app) throw new Error('Broken invariant: the document is asked for before the api stands');
    this.document ??= openapiDocument(this.app);
    return this.document;
  }
}
