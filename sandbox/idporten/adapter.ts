import type { Adapter, AdapterPayload } from 'oidc-provider';

/**
 * In-memory storage for one provider. The library's own is shared by the whole process and forgets
 * the oldest after a thousand entries, which a load test would notice.
 */
export function createAdapter(): (model: string) => Adapter {
  const entries = new Map<string, { payload: AdapterPayload; expiresAtMs: number }>();

  const find = (key: string) => {
    const entry = entries.get(key);
    if (entry && entry.expiresAtMs <= Date.now()) entries.delete(key);
    return entries.get(key)?.payload;
  };
  const findBy = (model: string, matches: (payload: AdapterPayload) => boolean) => {
    for (const [key, { payload }] of entries) {
      if (key.startsWith(`${model}:`) && matches(payload)) return find(key);
    }
    return undefined;
  };
  const sweep = setInterval(() => {
    for (const key of [...entries.keys()]) find(key);
  }, 60_000);
  sweep.unref();

  return (model) => ({
    upsert: async (id, payload, expiresIn) => {
      entries.set(`${model}:${id}`, {
        payload,
        expiresAtMs: expiresIn ? Date.now() + expiresIn * 1000 : Infinity,
      });
    },
    find: async (id) => find(`${model}:${id}`),
    findByUid: async (uid) => findBy(model, (payload) => payload.uid === uid),
    findByUserCode: async (userCode) => findBy(model, (payload) => payload.userCode === userCode),
    destroy: async (id) => {
      entries.delete(`${model}:${id}`);
    },
    revokeByGrantId: async (grantId) => {
      for (const [key, { payload }] of [...entries]) {
        if (payload.grantId === grantId) entries.delete(key);
      }
    },
    consume: async (id) => {
      const payload = find(`${model}:${id}`);
      if (payload) payload.consumed = Math.floor(Date.now() / 1000);
    },
  });
}
