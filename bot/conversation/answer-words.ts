/** What an outcome of the knowledge room says to this person: words, sources, buttons. */
import type { Answered, NotCovered, Outcome } from '../../knowledge';
import { wording } from '../wording';
import { fold } from './fold';
import { contactOf } from './people';
import type { Button, Reply } from './reply';
import type { Scene } from './room';
import { besideWords, ruleWords, upToNational } from './rule-words';
import { talkButtons } from './talk-to-person';

type Words = Pick<Reply, 'text' | 'more' | 'citations' | 'buttons' | 'offers' | 'modelWritten'>;

/** @param ofRules true where the question has an alarming word: a line of support stands above the answer */
export async function wordsFor(scene: Scene, outcome: Outcome, ofRules: boolean): Promise<Words> {
  switch (outcome.kind) {
    case 'answered':
    case 'partly-answered':
      return answeredWords(scene, outcome, ofRules);
    case 'not-covered':
      return notCoveredWords(scene, outcome);
    case 'clarify': {
      const buttons = outcome.choices.map(sayButton);
      return {
        text: wording.clarify,
        more: null,
        citations: [],
        buttons,
        offers: [],
        modelWritten: false,
      };
    }
  }
}

async function answeredWords(scene: Scene, outcome: Answered, ofRules: boolean): Promise<Words> {
  const { asking, tools, turn } = scene;
  const above =
    ofRules || outcome.support
      ? wording.support.line(
          asking.organisation === undefined
            ? null
            : await contactOf('freedom-to-speak-up', asking, tools.directory, turn.at),
        )
      : wording.openings[outcome.opening];
  const below = await belowRule(scene, outcome);
  const own = asking.organisation?.shortName;
  const offered = outcome.services.flatMap((id) => tools.dialogs.offer(id, asking.asker) ?? []);
  const offers: Button[] = offered.map(({ id, title }) => ({
    label: title,
    press: { kind: 'start', service: id },
  }));
  const answer = [above, ruleWords(outcome, own), ...below].filter((part) => part !== '');
  return {
    ...fold(
      answer,
      outcome.related.map((said) => ({ words: besideWords(said, own), likely: said.likely })),
      outcome.variation?.isFirst ? upToNational(answer) : 1,
    ),
    citations: outcome.citations.map((citation, index) => ({ number: index + 1, ...citation })),
    buttons: [...(asking.mayRequest ? offers : []), ...outcome.next.slice(0, 2).map(sayButton)],
    offers: offered.map(({ id }) => id),
    modelWritten: outcome.modelWritten,
  };
}

/** What stands below a rule: whom else to ask, and what is missing. */
export async function belowRule(scene: Scene, outcome: Answered): Promise<string[]> {
  return [
    outcome.unconfirmed ? wording.unconfirmed : '',
    await whomToAsk(scene, outcome),
    missingOf(scene, outcome.missing),
  ];
}

/** Where others read along, what somebody said is not said again. */
function missingOf({ turn }: Scene, missing: string | null): string {
  if (missing === null) return '';
  return turn.door === 'group' ? wording.group.missing : wording.missing(missing);
}

/** Where the employer's word counts beside the national one, or in its place. */
async function whomToAsk({ asking, tools, turn }: Scene, outcome: Answered): Promise<string> {
  const hasOwnWord = outcome.variation !== null || outcome.ownRule;
  const isOwnContract = asking.staffGroup === 'local-contract' && !hasOwnWord;
  if (!outcome.local && !isOwnContract) return '';
  const contact = await contactOf('people-team', asking, tools.directory, turn.at);
  return outcome.local ? wording.askLocally(contact) : wording.contractMaySayMore(contact);
}

async function notCoveredWords(scene: Scene, outcome: NotCovered): Promise<Words> {
  const { asking, tools, turn } = scene;
  const { why, about, nearest } = outcome;
  const contact = await contactOf('people-team', asking, tools.directory, turn.at);
  const text = wording.notCovered[why]({
    about: about ?? '',
    contact,
    close: nearest.length > 0,
    isEmployerKnown: asking.organisation !== undefined,
  });
  const buttons = [...nearest.map(({ question }) => sayButton(question)), ...talkButtons(scene)];
  return { text, more: null, citations: [], buttons, offers: [], modelWritten: false };
}

const sayButton = (text: string): Button => ({ label: text, press: { kind: 'say', text } });
