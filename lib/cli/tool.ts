import { name, version } from '../../package.json';

/** This program, as reports name it. */
export const tool = { name, version } as const;
