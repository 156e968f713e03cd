import { wording } from '../../bot/wording';

describe('a question that people services have', () => {
  it('is theirs where the desk does not say whose', () => {
    expect(wording.ask.notice({ by: null, isApprover: false }, 'PS-000001')).toBe(
      '**People services** have a question about a request of yours (PS-000001).',
    );
    expect(
      wording.ask.asks({ by: null, isApprover: false }, 'Fit note', 'PS-000001', 'When?'),
    ).toContain('**People services** ask about your request (Fit note, PS-000001)');
  });
});
