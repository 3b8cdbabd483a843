import type { ObjectType } from './object-type';

/** What office.js itself asks before the add-in asks anything. */
export const internalServiceType: ObjectType<null> = {
  name: 'Microsoft.InternalService.AddinInternalService',
  properties: {},
  navigations: {},
  methods: { NotifyActionHandlerReady: { since: '1.1', call: () => undefined } },
};
