import type { Browser } from 'playwright-core';
import type { ExcelHost } from '../excel-host/excel-host';
import { openPane, type Pane, type PaneOptions } from './pane';
import type { AnswerRequest, Fault } from './window-protocol';

/** Failures of a whole request, which Excel on the web tells by a number of the window protocol. */
const FAULTS: Readonly<Record<string, Fault['fault']>> = {
  InvalidOperationInCellEditMode: 'cellEditMode',
  SessionExpired: 'sessionTimeout',
  ActivityLimitReached: 'tooManyRequests',
  RequestPayloadSizeLimitExceeded: 'requestTooBig',
  ResponsePayloadSizeLimitExceeded: 'responseTooBig',
  // The library takes an answer with an HTTP status of its own for a success, whatever the status says.
  GeneralException: 'internal',
};

/** The pane on a workbook of the test host, with its events. */
export async function openPaneOn(
  browser: Browser,
  host: ExcelHost,
  options: Omit<PaneOptions, 'answer'> = {},
): Promise<Pane> {
  const opening = openPane(browser, { ...options, answer: answerOf(host) });
  // Events come after the answer to the request that made them, as in Excel.
  const stop = host.onEvent((entry) => void opening.then((pane) => setImmediate(() => pane.pushEvent(entry))));
  const pane = await opening;
  return {
    ...pane,
    close: async () => {
      stop();
      await pane.close();
    },
  };
}

function answerOf(host: ExcelHost): AnswerRequest {
  return async (body, flags) => {
    await host.whenReady(flags);
    const answer = host.process(body, flags);
    if (answer.status === 200) return answer;
    const { error } = JSON.parse(answer.body) as { error: { code: string } };
    const fault = FAULTS[error.code];
    return fault ? { fault } : answer;
  };
}
