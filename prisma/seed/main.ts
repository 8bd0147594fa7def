import { env } from '@/lib/core/env.ts';
import { newApp } from '@/lib/workflow/app.ts';
import { seedDemo } from './seed-demo.ts';

const config = env();
if (config.KVITT_MODE === 'production') throw new Error('The demo seed is refused in production');
const app = newApp(config);
const seeded = await seedDemo(app);
console.log(seeded ? 'demo seeded' : 'the database is not empty: nothing seeded');
await app.db.$disconnect();
