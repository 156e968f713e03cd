/** What stands in the file of a connector. The file's name, without its ending, is the system's name. */
import { z } from 'zod';
import { EmailMapping } from './email-mapping';
import { type Mappable, mappingProblems, RestMapping } from './rest-mapping';

export const ConnectorFile = z.discriminatedUnion('kind', [RestMapping, EmailMapping]);
export type ConnectorFile = z.infer<typeof ConnectorFile>;

/** The same, held against the catalogue too. */
export const connectorFileFor = (mappable: Mappable) =>
  ConnectorFile.superRefine((file, context) => {
    if (file.kind !== 'rest') return;
    for (const { path, message } of mappingProblems(file, mappable)) {
      context.addIssue({ code: 'custom', path: [...path], message });
    }
  });
