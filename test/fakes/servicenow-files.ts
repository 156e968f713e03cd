/** The Attachment API of the ServiceNow fake: files put on a record as they come, also twice under one name. */
export interface AttachedThere {
  readonly table_name: string;
  readonly table_sys_id: string;
  readonly file_name: string;
  readonly content_type: string;
  readonly bytes: Uint8Array;
}

export const FILES = '/api/now/attachment';

export interface ServiceNowFiles {
  readonly all: readonly AttachedThere[];
  /** @returns undefined where no record has that id, which the real one answers with 400 */
  attach(query: URLSearchParams, type: string, bytes: Uint8Array): object | undefined;
  lookUp(query: URLSearchParams): object[];
}

export function serviceNowFiles(hasRecord: (id: string) => boolean): ServiceNowFiles {
  const all: AttachedThere[] = [];
  return {
    all,
    attach(query, type, bytes) {
      const file = {
        table_name: query.get('table_name') ?? '',
        table_sys_id: query.get('table_sys_id') ?? '',
        file_name: query.get('file_name') ?? '',
        content_type: type,
        bytes,
      };
      if (!hasRecord(file.table_sys_id) || file.file_name === '') return undefined;
      all.push(file);
      return { file_name: file.file_name, table_sys_id: file.table_sys_id };
    },
    lookUp(query) {
      const wanted = (query.get('sysparm_query') ?? '').split('^').map((term) => term.split('='));
      return all
        .map(({ table_name, table_sys_id, file_name }) => ({ table_name, table_sys_id, file_name }))
        .filter((file) =>
          wanted.every(
            ([column = '', value]) =>
              !(column in file) || file[column as keyof typeof file] === value,
          ),
        );
    },
  };
}
