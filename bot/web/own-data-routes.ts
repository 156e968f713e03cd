/** All that is kept about who is signed in, for them alone: to read, and as a file to keep. */
import { seeOther, type HttpRequest, type HttpResponse, type Route } from '../http/route';
import { forThePerson } from '../own-data/for-the-person';
import { sectionsOf } from '../own-data/sections';
import { ownDataWording } from '../wording-own-data';
import { dataFile } from './data-file';
import { page } from './page';
import { frame, visitorOf, type Visitor, type WebTools } from './web-parts';

export const MY_DATA = '/my-data';

export function ownDataRoutes(tools: WebTools): Route[] {
  const { ownData } = tools;
  if (ownData === undefined) return [];
  const shows = (path: string, show: Show): Route => ({
    method: 'GET',
    path,
    handle: async (request) => {
      const visitor = await visitorOf(tools, request);
      return visitor === undefined ? seeOther('/who') : show(visitor, request);
    },
  });
  const read = ({ person }: Visitor, now: Date) =>
    forThePerson({ ...ownData, directory: tools.directory }, person, now);
  return [
    shows(MY_DATA, async (visitor, { now }) => {
      const body = tools.render('web/templates/my-data.njk', {
        ...frame(tools, visitor, 'help'),
        words: ownDataWording,
        sections: sectionsOf(await read(visitor, now)),
      });
      return page(body, 200, { 'cache-control': 'no-store' });
    }),
    shows(`${MY_DATA}.json`, async (visitor, { now }) => dataFile(await read(visitor, now))),
  ];
}

type Show = (visitor: Visitor, request: HttpRequest) => Promise<HttpResponse>;
