import { expect, it } from 'vitest';
import { serviceTypes } from './service-types.ts';

it('knows submission services, and only they may take payment', () => {
  expect(serviceTypes.all()).toEqual([{ id: 'submission', payment: true }]);
});
