import type { Field } from '../../../mesh/field';
import type { Judgement } from '../../check';
import { broken } from '../broken';
import { refusal } from '../webhook-rules';
import { isDnsLabel, isText } from './host-names';

export const exportToRules = {
  duplicate: refusal('export-to-duplicate', 'A namespace is named twice in exportTo.'),
  namespace: refusal('export-to-namespace', 'An entry of exportTo is neither a namespace nor a wildcard.'),
  others: refusal('export-to-with-others', 'An exportTo of all or none contains other entries.'),
};

/** How exportTo differs by kind. */
export interface ExportToOptions {
  /** The namespace of the object. */
  readonly namespace: string;
  /** Whether `~` is taken, which shows the object to nobody. */
  readonly takesNobody?: boolean;
}

/** What is said of the namespaces that an object is shown to. */
export function* exportTo(list: Field, { namespace, takesNobody = false }: ExportToOptions): Judgement {
  const seen = new Set<string>();
  for (const item of list.items().filter(isText)) {
    const { text = '' } = item;
    const name = text === '.' ? namespace : text;
    if (seen.has(name)) {
      yield broken(exportToRules.duplicate, item, `the namespace ${name} is already named`, 'remove one of the two');
    } else if (!isScope(text, takesNobody)) {
      const signs = takesNobody ? '".", "*" or "~"' : '"." or "*"';
      yield broken(exportToRules.namespace, item, `"${text}" is neither a namespace nor ${signs}`, `name a namespace, or write ${signs}`);
    }
    seen.add(name);
  }
  yield* lonely(list, '*', 'all namespaces');
  if (takesNobody) {
    yield* lonely(list, '~', 'no namespace');
  }
}

function isScope(text: string, takesNobody: boolean): boolean {
  return text === '.' || text === '*' || (text === '~' && takesNobody) || isDnsLabel(text);
}

function* lonely(list: Field, sign: string, meaning: string): Judgement {
  const item = list.items().find(({ text }) => text === sign);
  if (item !== undefined && new Set(list.texts).size > 1) {
    yield broken(exportToRules.others, item, `"${sign}" means ${meaning}, but there are other entries`, `write only "${sign}", or name the namespaces`);
  }
}

/** The namespaces, or signs for several, that a list names and that are well formed. */
export function scopesNamed(list: Field, namespace: string): string[] {
  return list.texts.filter(text => isScope(text, false)).map(text => (text === '.' ? namespace : text));
}
