import { providers } from '@/lib/payments/providers/registry.ts';
import { drivers } from '../drivers/registry.ts';
import type { ProviderDriver } from '../provider-driver.ts';
import { capabilitiesOf } from '../provider-sandbox.ts';
import { comparing, takingInReport } from './report-scenes.ts';
import {
  type Arrange,
  comingBack,
  crediting,
  delivering,
  givingBack,
  goingBack,
  lettingGo,
  opening,
  refunding,
  registering,
  sendingIn,
  signing,
  taking,
  toldAgain,
  toldOnce,
  withdrawing,
} from './scenes.ts';

/** A point at which a process is killed while it does something. */
export interface Crash {
  point: string;
  scene: string;
  arrange: Arrange;
  /** Providers at which the point is passed. */
  providers: readonly string[];
}

const scenes = {
  sendingIn,
  opening,
  comingBack,
  toldAgain,
  toldOnce,
  signing,
  taking,
  withdrawing,
  lettingGo,
  givingBack,
  refunding,
  goingBack,
  delivering,
  crediting,
  registering,
  takingInReport,
  comparing,
} satisfies Record<string, Arrange>;

const around = (commit: string) => [`before-commit-of-${commit}`, `after-commit-of-${commit}`];
const operation = (kind: string) => [`before-${kind}`, `after-${kind}`, ...around(kind)];
const where = (holds: (driver: ProviderDriver) => boolean) =>
  drivers
    .all()
    .filter(holds)
    .map(({ id }) => id);
const closesPages = where((driver) => driver.closesPages);
const tells = where(({ id }) => !capabilitiesOf(id).silent);
const registers = where(({ id }) => providers.get(id).registers === true);
/** Where no call of ours opens a payment, it has no name before somebody has paid. */
const namesPaymentLate = where(({ faults }) => faults.create.length === 0);

/** Around every commit and every call to somebody else, from the confirmation to the settlement report. */
const plan: readonly [scene: keyof typeof scenes, points: string[], providers?: readonly string[]][] = [
  ['sendingIn', around('confirmation')],
  ['opening', [...around('intent'), 'before-create', 'after-create', ...around('create')]],
  ['comingBack', ['after-fetch', ...around('evidence')]],
  ['toldAgain', ['before-message-stored', 'after-message-stored', ...around('evidence')], tells],
  ['toldAgain', ['before-message-handled', 'after-message-handled'], tells],
  ['toldAgain', [...around('message'), ...around('adoption')], namesPaymentLate],
  ['toldOnce', ['after-message-stored', 'before-commit-of-evidence', 'before-message-handled'], tells],
  ['toldOnce', ['after-commit-of-message', ...around('adoption')], namesPaymentLate],
  ['signing', around('signature')],
  ['taking', [...around('taking'), ...operation('capture')]],
  ['withdrawing', around('withdrawal')],
  ['lettingGo', operation('cancel')],
  ['givingBack', [...around('taking'), ...operation('refund')]],
  ['refunding', operation('refund')],
  ['goingBack', operation('cancel'), closesPages],
  ['delivering', ['after-receipt-drawn', ...around('delivery')]],
  ['delivering', ['after-mail-claimed', 'after-mail-sent', 'after-mail-recorded']],
  ['crediting', ['after-credit-note-drawn', ...around('credit-note')]],
  ['registering', ['before-register', 'after-register', 'after-registration-kept'], registers],
  ['takingInReport', around('report')],
  ['comparing', around('comparison')],
];

export const crashes: readonly Crash[] = plan.flatMap(([scene, points, providers = drivers.ids()]) =>
  points.map((point) => ({ point, scene, arrange: scenes[scene], providers })),
);

/** How many different points there are. */
export const pointCount = new Set(crashes.map(({ point }) => point)).size;
