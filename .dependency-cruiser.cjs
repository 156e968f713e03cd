/** The walls of the house. Changing one needs a decision record in deployment/decisions/. */
const home = (name, packages, folder) => ({
  name: `${name}-has-one-home`,
  comment: `${packages} is used only in ${folder}.`,
  severity: 'error',
  from: { path: '^(bot|knowledge|dialogs)/', pathNot: folder },
  to: { path: `node_modules/(${packages})/` },
});

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'bot-uses-the-doors',
      comment:
        'bot imports knowledge and dialogs through their doors; assemble and its parts may reach further to wire adapters.',
      severity: 'error',
      from: { path: '^bot/', pathNot: '^bot/assemble[a-z-]*\\.ts$' },
      to: { path: '^(knowledge|dialogs)/', pathNot: '^(knowledge|dialogs)/index\\.ts$' },
    },
    {
      name: 'knowledge-stands-alone',
      severity: 'error',
      from: { path: '^knowledge/' },
      to: { path: '^(bot|dialogs)/' },
    },
    {
      name: 'dialogs-stand-alone',
      severity: 'error',
      from: { path: '^dialogs/' },
      to: { path: '^(bot|knowledge)/' },
    },
    {
      name: 'nobody-imports-tests',
      severity: 'error',
      from: { path: '^(bot|knowledge|dialogs)/' },
      to: { path: '^test/' },
    },
    {
      name: 'conversation-knows-no-door',
      comment: 'bot/conversation has no vendors and no doors.',
      severity: 'error',
      from: { path: '^bot/conversation/' },
      to: { path: '^bot/(http|teams|web|console|desk|storage)/' },
    },
    home('restify', 'restify|@types/restify', '^bot/http/'),
    home('botbuilder', 'botbuilder[^/]*|botframework-[^/]*', '^bot/teams/'),
    home('models', 'openai|langchain|@langchain/[^/]*', '^knowledge/model/'),
    home('azure-search', '@azure/search-documents', '^knowledge/sources/'),
    home('mail', 'nodemailer', '^dialogs/dispatch/connectors/'),
    home('oauth-clients', 'oauth4webapi', '^(dialogs/dispatch/connectors|bot/directory/graph)/'),
    home('charts', 'd3-[a-z-]+|@types/d3-[a-z-]+', '^bot/console/measures/'),
    home('database-drivers', 'libsql|pg|@types/pg', '^bot/storage/'),
    {
      name: 'no-orphan-rooms',
      severity: 'error',
      from: {
        orphan: true,
        path: '^(bot|knowledge|dialogs)/',
        pathNot: '\\.(json|d\\.ts)$|/assets/',
      },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.json'] },
  },
};
