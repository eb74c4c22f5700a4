import { name, repository, version } from '../../package.json';

/** This program, as reports name it. */
export const tool = { name, version } as const;

/** Where it is at home in the net. */
export const home = repository.url.replace(/\.git$/, '');
