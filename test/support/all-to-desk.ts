/** The routes that come with the project: one desk takes it all. */
import { createRoutes } from '../../bot/routing/routes';

export const allToDesk = createRoutes([{ organisation: '*', service: '*', system: 'desk' }]);
