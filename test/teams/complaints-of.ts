/** What Microsoft's own renderer says of a card. */
import type * as Cards from 'adaptivecards';

export const complaintsOf = (card: object): string[] => {
  jest.resetModules(); // its check of `lang` remembers the card before
  // Its entry is an ES module, which jest does not load; this is the same in the older form.
  const { AdaptiveCard, HostConfig, SerializationContext, Version } = jest.requireActual<
    typeof Cards
  >('adaptivecards/dist/adaptivecards');
  const context = new SerializationContext(new Version(1, 5));
  const parsed = new AdaptiveCard();
  parsed.hostConfig = new HostConfig({ actions: { maxActions: 6 } }); // as Teams has it
  parsed.parse(card, context);
  const said = Array.from(
    { length: context.eventCount },
    (_, at) => context.getEventAt(at).message,
  );
  return [...said, ...parsed.validateProperties().validationEvents.map(({ message }) => message)];
};
