/** Refuses a rule that could fail in front of a member of staff: a field or a service that is not there. */
import { CatalogueError } from './catalogue-error';
import { fieldsOf, fieldToChange } from './rule-fields';
import type { Rule } from './rule-schema';
import type { ServiceDefinition } from './schema';

/** @throws {CatalogueError} at the first mistake found */
export function checkRulesData(services: readonly ServiceDefinition[]): void {
  const ids = services.map(({ id }) => id);
  for (const service of services) {
    for (const rule of service.rules) checkRule(rule, service, ids);
  }
}

function checkRule(rule: Rule, { id, fields }: ServiceDefinition, ids: readonly string[]): void {
  const names = fields.map(({ name }) => name);
  const stranger = fieldsOf(rule).find((name) => !names.includes(name));
  if (stranger !== undefined)
    throw new CatalogueError(
      id,
      `the rule on ${rule.clause} looks at "${stranger}", but no field has that name.`,
      `Its fields are: ${names.join(', ')}.`,
    );
  if (rule.offers !== undefined && !ids.includes(rule.offers))
    throw new CatalogueError(
      id,
      `the rule on ${rule.clause} offers "${rule.offers}", but no service has that id.`,
      'Give the id of a service of the catalogue.',
    );
  if (rule.otherwise === 'stop' && fieldToChange(rule.check) === undefined)
    throw new CatalogueError(
      id,
      `the rule on ${rule.clause} stops, but there is nothing to change so that it holds.`,
      'Make it a warning.',
    );
}
