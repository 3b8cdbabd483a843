import { createCalls, type Call, type Calls } from '../../src/taskpane/desk/calls';

/** A call on its way to the desk. */
function sentCall(calls: Calls): Call {
  const call = calls.add();
  calls.send(call);
  return call;
}

describe('Cancel', () => {
  it('stops the call that the desk is at', () => {
    const calls = createCalls();
    const call = sentCall(calls);
    calls.begin('asked');
    calls.stop();
    expect(calls.current()).toBe(call);
    expect(call.stopped).toBe(true);
  });

  it('that comes when the call is done stops no call behind it', () => {
    const calls = createCalls();
    const first = sentCall(calls);
    const second = sentCall(calls);
    calls.begin('asked');
    calls.stop();
    expect(calls.end(first)).toBe(false);
    calls.begin('asked');
    expect(calls.current()).toBe(second);
    expect(second.stopped).toBe(false);
    expect(calls.end(second)).toBe(true);
  });

  it('stops the call that was meant although the desk has begun the next one before the answer came', () => {
    const calls = createCalls();
    const first = sentCall(calls);
    const second = sentCall(calls);
    calls.begin('asked');
    calls.begin('asked');
    calls.stop();
    expect(first.stopped).toBe(true);
    expect(calls.current()).toBe(second);
    expect(second.stopped).toBe(false);
  });

  it('where nothing is asked for stops nothing that is asked for later', () => {
    const calls = createCalls();
    calls.stop();
    const call = sentCall(calls);
    calls.begin('asked');
    expect(call.stopped).toBe(false);
  });

  it('stops no marks that follow the user’s typing, and is not forgotten over them', () => {
    const calls = createCalls();
    const call = sentCall(calls);
    calls.begin('followed');
    calls.stop();
    expect(calls.current()).toBeUndefined();
    calls.begin('asked');
    expect(calls.current()).toBe(call);
    expect(call.stopped).toBe(true);
  });

  it('stops a call that the desk could not be reached for, and not the next one', () => {
    const calls = createCalls();
    const lost = calls.add();
    calls.stop();
    expect(lost.stopped).toBe(true);
    calls.end(lost);
    const next = sentCall(calls);
    calls.begin('asked');
    expect(calls.current()).toBe(next);
    expect(next.stopped).toBe(false);
  });
});
