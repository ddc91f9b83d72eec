import { z } from 'zod';

/** The years that PostgreSQL, JavaScript and people write alike: there is no year 0, and four digits are enough. */
const FIRST_DAY = '1900-01-01';
const LAST_DAY = '2999-12-31';

/** A day that exists, as a filter or a question names it. */
export const day = z.iso.date().refine((date) => date >= FIRST_DAY && date <= LAST_DAY);
