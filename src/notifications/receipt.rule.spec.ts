import { DELIVERY_STATES, type DeliveryState } from '../contracts/index.js';
import { followsReceipt, type Receipt } from './receipt.rule.js';

const delivered: Receipt = { delivered: true, permanent: false, why: null };
const failed: Receipt = { delivered: false, permanent: false, why: 'switched off' };
const gone: Receipt = { delivered: false, permanent: true, why: 'no such number' };
const OPEN: DeliveryState[] = ['sending', 'sent', 'uncertain'];

describe('a receipt', () => {
  it.each(OPEN)('is the last word of what is %s', (state) => {
    const sms = { state, channel: 'sms', attempts: 1 } as const;
    expect(followsReceipt(sms, delivered)).toEqual({ state: 'delivered', pointIsBad: false });
    expect(followsReceipt(sms, failed)).toEqual({ state: 'failed', pointIsBad: false });
    expect(followsReceipt(sms, gone)).toEqual({ state: 'failed', pointIsBad: true });
  });

  it.each(DELIVERY_STATES.filter((state) => !OPEN.includes(state)))(
    'changes nothing of what is %s',
    (state) => {
      for (const receipt of [delivered, failed])
        expect(followsReceipt({ state, channel: 'sms', attempts: 0 }, receipt)).toEqual({
          state: null,
          pointIsBad: false,
        });
    },
  );

  it('is the last word of what waits for its retry, as its answer was lost', () => {
    const again = { state: 'queued', channel: 'sms', attempts: 1 } as const;
    expect(followsReceipt(again, delivered)).toEqual({ state: 'delivered', pointIsBad: false });
    expect(followsReceipt(again, failed)).toEqual({ state: 'failed', pointIsBad: false });
    expect(followsReceipt(again, gone)).toEqual({ state: 'failed', pointIsBad: true });
  });

  it('of an SMS that has come says nothing later', () => {
    expect(followsReceipt({ state: 'delivered', channel: 'sms', attempts: 1 }, gone)).toEqual({
      state: null,
      pointIsBad: false,
    });
  });

  it('of a mail that the next server took may still say that it came back', () => {
    const taken = { state: 'delivered', channel: 'email', attempts: 1 } as const;
    expect(followsReceipt(taken, gone)).toEqual({ state: 'failed', pointIsBad: true });
    expect(followsReceipt(taken, failed)).toEqual({ state: 'failed', pointIsBad: false });
    expect(followsReceipt(taken, delivered)).toEqual({ state: null, pointIsBad: false });
  });

  it('says of what failed already that the address is gone', () => {
    expect(followsReceipt({ state: 'failed', channel: 'email', attempts: 1 }, gone)).toEqual({
      state: null,
      pointIsBad: true,
    });
  });
});
