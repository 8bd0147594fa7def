import { windowPayer } from './dibs.ts';

export const payer = windowPayer('flexwin');
