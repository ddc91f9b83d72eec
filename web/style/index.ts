import { formsCss } from '../forms/forms-css.ts';
import { base } from './base.ts';
import { board } from './board.ts';
import { frame } from './frame.ts';
import { office } from './office.ts';
import { parts } from './parts.ts';
import { print } from './print.ts';
import { publicPages } from './public.ts';
import { tokens } from './tokens.ts';

/** The one sheet of all pages. */
export const style = [tokens, base, frame, parts, formsCss, board, publicPages, office, print].join('');
