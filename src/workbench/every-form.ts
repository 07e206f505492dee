/** The reader of every form, for the first view of a token that is no compact JWS. */
import { openText } from '../engine/open.ts';
import { withoutKey } from '../engine/verdict/any-form-without-key.ts';
import type { Reader } from './early-view.ts';

export const EVERY_FORM: Reader = { open: openText, withoutKey };
