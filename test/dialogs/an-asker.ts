/** People who ask, for tests: a staff nurse and the manager of three. */
import type { Asker } from '../../dialogs';

export const TODAY = '2026-11-10'; // a Tuesday

export function anAsker(over: Partial<Asker> = {}): Asker {
  return {
    today: TODAY,
    givenName: 'Sam',
    isManager: false,
    reports: [],
    posts: [{ id: 'post-1', title: 'Staff Nurse', place: 'Ward 7' }],
    bankHolidays: new Set(['2026-12-25', '2026-12-28', '2027-05-03']),
    earlyHours: false,
    ...over,
  };
}

export const TEAM = [
  report('ana', 'Ana Pires', 'Ana', 37.5),
  report('tom', 'Tom Okafor', 'Tom', 37.5),
  report('jin', 'Jin Park', 'Jin', 30),
];

export function aManager(over: Partial<Asker> = {}): Asker {
  return anAsker({ isManager: true, reports: TEAM, ...over });
}

export function report(id: string, name: string, givenName: string, weeklyHours?: number) {
  return { id, name, givenName, title: 'Staff Nurse', place: 'Ward 7', weeklyHours };
}
