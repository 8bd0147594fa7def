import { fileURLToPath } from 'node:url';

/** @type {import('next').NextConfig} */
export default {
  // The packages are those of the checkout: the same Next and React as the portal's.
  turbopack: { root: fileURLToPath(new URL('../..', import.meta.url)) },
};
