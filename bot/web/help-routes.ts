/** Who can see what, and where to turn: open to everybody, signed in or not. */
import type { Route } from '../http/route';
import { MY_DATA } from './own-data-routes';
import { page } from './page';
import { call } from './show-line';
import { frame, visitorOf, type WebTools } from './web-parts';

export const helpRoutes = (tools: WebTools): Route[] => [
  {
    method: 'GET',
    path: '/help',
    async handle(request) {
      const visitor = await visitorOf(tools, request);
      const organisation = visitor?.person.organisation;
      const [helplines, contacts, employer] = await Promise.all([
        tools.directory.helplines(),
        organisation === undefined ? [] : tools.directory.contacts(organisation),
        organisation === undefined ? undefined : tools.directory.organisation(organisation),
      ]);
      return page(
        tools.render('web/templates/help.njk', {
          ...frame(tools, visitor, 'help'),
          helplines: helplines.map((line) => ({ ...line, call: call(line.phone) })),
          contacts: contacts.map((contact) => ({ ...contact, call: call(contact.phone) })),
          employer: employer?.name,
          yourData: visitor !== undefined && tools.ownData !== undefined ? MY_DATA : undefined,
        }),
      );
    },
  },
];
