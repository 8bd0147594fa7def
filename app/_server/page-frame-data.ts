import type { Frame, Visitor } from '@/components/portal/frame.ts';
import { env } from '@/lib/core/env.ts';
import { log } from '@/lib/core/log.ts';
import type { Actor } from '@/lib/core/party.ts';
import { ping } from '@/lib/db/ping.ts';
import { listParties, type PartyChoices } from '@/lib/identity/list-parties.ts';
import { unreadCount } from '@/lib/messages/unread-count.ts';
import { app } from '@/lib/workflow/app.ts';
import { currentActor, currentIdentity } from './current-actor.ts';
import { browserLanguage, currentLanguage } from './current-language.ts';
import { perRequest } from './per-request.ts';
import { requestInfo } from './request-info.ts';

export interface FrameData {
  frame: Frame;
  /** False when something every page needs, such as the database, does not answer. */
  available: boolean;
}

/** What surrounds the page of this request. Never throws: the page that says what is wrong has the same surroundings. */
export const pageFrameData = perRequest(async (): Promise<FrameData> => {
  const { path } = await requestInfo();
  const demo = env().KVITT_MODE === 'demo';
  try {
    const visitor = await findVisitor();
    return { available: true, frame: { language: await currentLanguage(), path, demo, visitor } };
  } catch (error) {
    log.error({ err: error }, 'a page could not be framed');
    return { available: false, frame: { language: await browserLanguage(), path, demo } };
  }
});

async function findVisitor(): Promise<Visitor | undefined> {
  const portal = app();
  const identity = await currentIdentity();
  if (!identity) {
    await ping(portal.db);
    return undefined;
  }
  const { self, actor, unverified, lostRole } = identity;
  const [choices, unread] = await Promise.all([listPartiesSoon(self), actor ? currentUnreadCount() : 0]);
  return {
    name: self.personName,
    acting: actor?.acting ?? unverified ?? self.acting,
    parties: [choices.self, ...choices.organisations.map(({ party }) => party)],
    partiesComplete: choices.complete,
    unverified,
    lostRole,
    unread,
  };
}

/** How many messages wait for the acting party: the frame and the message box both tell. */
export const currentUnreadCount = perRequest(async (): Promise<number> => {
  const actor = await currentActor();
  return actor ? unreadCount(app().db, actor) : 0;
});

const registerPatienceMs = 1500;

/** The header must not keep every page waiting for a register that is slow; then one can act for oneself only. */
async function listPartiesSoon(self: Actor): Promise<PartyChoices> {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<PartyChoices>((resolve) => {
    timer = setTimeout(
      () => resolve({ self: self.acting, organisations: [], complete: false }),
      registerPatienceMs,
    );
  });
  try {
    return await Promise.race([listParties(app(), self.personId), enough]);
  } finally {
    clearTimeout(timer);
  }
}
