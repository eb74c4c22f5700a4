import { call, Code, literal, mapping, name } from '../code/code';
import { Block, NotLifted, wholly } from './block';

/** What has to hold of a request, from the alternatives of a rule. @throws NotLifted */
export function matchWord(alternatives: readonly Block[]): Code {
  const all = mergedPaths(alternatives).map(({ block, below }) => conditions(block, below));
  return all.length === 1 ? all[0] : call('Match.any', ...all);
}

interface Alternative {
  readonly block: Block;
  /** the path that it and what lies below it have */
  readonly below?: string;
}

/** A path, and the same with a slash behind it as the begin of others, are one condition of ours. */
function mergedPaths(alternatives: readonly Block[]): Alternative[] {
  return alternatives.flatMap((block, index) => {
    const [own, before, after] = [block, alternatives[index - 1], alternatives[index + 1]].map(uriOf);
    if (own?.exact !== undefined && after?.prefix === `${own.exact}/`) {
      return [{ block, below: own.exact }];
    }
    return own?.prefix !== undefined && before?.exact !== undefined && own.prefix === `${before.exact}/` ? [] : [{ block }];
  });
}

function uriOf(block: Block | undefined): { readonly exact?: string; readonly prefix?: string } | undefined {
  return block?.take('uri') as { readonly exact?: string } | undefined;
}

function conditions(block: Block, below?: string): Code {
  const all = wholly(block, () => [
    ...path(block.block('uri'), below),
    ...method(block.block('method')),
    ...named(block.block('headers'), 'header'),
    ...named(block.block('queryParams'), 'query'),
    ...named(block.block('withoutHeaders'), 'withoutHeader'),
    ...authority(block.block('authority')),
    ...one(block.number('port'), port => call('Match.port', literal(port))),
    ...one(block.text('sourceNamespace'), namespace => call('Match.sourceNamespace', literal(namespace))),
    ...labels(block),
  ]);
  if (all.length === 0) {
    throw new NotLifted(`${block.path} matches every request`);
  }
  return all.length === 1 ? all[0] : call('Match.all', ...all);
}

function one<T>(value: T | undefined, word: (value: T) => Code): Code[] {
  return value === undefined ? [] : [word(value)];
}

function labels(block: Block): Code[] {
  const all = block.texts('sourceLabels');
  return Object.keys(all).length === 0 ? [] : [call('Match.sourceLabels', mapping(Object.entries(all).map(([key, value]) => [key, literal(value)] as const)))];
}

function path(uri: Block | undefined, below?: string): Code[] {
  if (uri === undefined) {
    return [];
  }
  const [kind, text] = comparison(uri);
  return [call('Match.path', below === undefined ? call(`PathMatch.${kind}`, literal(text)) : call('PathMatch.below', literal(below)))];
}

function method(block: Block | undefined): Code[] {
  if (block === undefined) {
    return [];
  }
  const [kind, text] = comparison(block);
  if (kind !== 'exact' || !/^[A-Z]+$/.test(text)) {
    throw new NotLifted(`no construct supports ${block.path}`);
  }
  return [call('Match.method', name(`HttpMethod.${text}`))];
}

function authority(block: Block | undefined): Code[] {
  return block === undefined ? [] : [call('Match.authority', textMatch(block))];
}

function named(block: Block | undefined, kind: 'header' | 'query' | 'withoutHeader'): Code[] {
  return (block?.keys ?? []).map(key => {
    const value = block!.block(key)!;
    if (kind === 'withoutHeader') {
      return call('Match.withoutHeader', literal(key), ...(value.keys.length === 0 ? [] : [textMatch(value)]));
    }
    const exact = value.take('exact');
    return typeof exact === 'string' && value.keys.length === 1
      ? call(`Match.${kind}`, literal(key), literal(exact))
      : call(`Match.${kind}Matching`, literal(key), textMatch(value));
  });
}

function textMatch(block: Block): Code {
  if (block.keys.length === 0) {
    return call('TextMatch.present');
  }
  const [kind, text] = comparison(block);
  return call(`TextMatch.${kind}`, literal(text));
}

function comparison(block: Block): [kind: string, text: string] {
  const [kind, ...more] = block.keys;
  const text = kind === undefined ? undefined : block.text(kind);
  if (text === undefined || more.length > 0 || !['exact', 'prefix', 'regex'].includes(kind)) {
    throw new NotLifted(`no construct supports ${block.path}`);
  }
  return [kind, text];
}
