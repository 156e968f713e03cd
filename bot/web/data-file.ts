/** Somebody's data as a file that a computer can read. */
import type { HttpResponse } from '../http/route';
import type { OwnDataDocument } from '../own-data/for-the-person';

export const dataFile = (data: OwnDataDocument): HttpResponse => ({
  status: 200,
  headers: {
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': `attachment; filename="my-data-${data.madeAt.slice(0, 10)}.json"`,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  },
  body: `${JSON.stringify(data, null, 2)}\n`,
});
