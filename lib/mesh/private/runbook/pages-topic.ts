import { RunbookTopic } from './runbook-entries';

/** How people open the pages of servers that are rendered here. */
export const PAGES: RunbookTopic = {
  title: 'Pages',
  text: 'Nothing leads to these pages from outside of the cluster. Whoever may forward ports of pods opens them while one of these commands runs; no rule of access is asked then.',
};
