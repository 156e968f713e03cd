/** The Teams app manifest for one organisation: the template with its gaps filled, checked by Microsoft's own schema. */
import schema from '@microsoft/app-manifest/build/json-schemas/teams/v1.29/MicrosoftTeams.schema.json';
import Ajv from 'ajv-draft-04';
import template from './manifest.template.json';

export interface Filling {
  /** The bot's Microsoft app id, a GUID. */
  readonly appId: string;
  /** The public name of the server, such as `people.example.nhs.uk`. */
  readonly host: string;
  /** Who runs it, as the app's developer: at most 32 characters. */
  readonly organisation: string;
  readonly version: string;
  readonly privacyUrl: string;
  readonly termsUrl: string;
}

export type Filled =
  | { readonly kind: 'filled'; readonly manifest: unknown }
  | { readonly kind: 'wrong'; readonly problems: readonly string[] };

// The formats that it names are those of addresses, which its patterns check as well.
const check = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(schema);

export function fillManifest(filling: Filling): Filled {
  const gaps: Readonly<Record<string, string>> = { ...filling };
  const manifest: unknown = JSON.parse(
    JSON.stringify(template).replace(/\{\{(\w+)\}\}/g, (gap, name: string) =>
      JSON.stringify(gaps[name] ?? gap).slice(1, -1),
    ),
  );
  if (check(manifest)) return { kind: 'filled', manifest };
  const problems = (check.errors ?? []).map(
    ({ instancePath, message }) => `${instancePath || 'manifest'}: ${message ?? 'is wrong'}`,
  );
  return { kind: 'wrong', problems };
}
