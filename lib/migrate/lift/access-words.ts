import { call, Code, list, literal, mapping, name } from '../code/code';
import { Block, NotLifted, wholly } from './block';
import type { Verb } from './policy-words';

/** The account of a service whose port is known; undefined for others. */
export type KnownService = (namespace: string, account: string) => number | undefined;

/** Who may call, as verbs of `access`. @throws NotLifted */
export function accessWords(spec: Block, known: KnownService): Verb[] {
  return wholly(spec, () => {
    spec.take('selector');
    return spec.blocks('rules').map(rule => wholly(rule, () => {
      const options = only(rule.blocks('to'), rule, 'to');
      const said = options === undefined ? [] : wholly(options, () => wholly(options.need('operation'), operation));
      return ['allowFrom', caller(rule, known), ...(said.length === 0 ? [] : [mapping(said)])] as const;
    }));
  });
}

/** Which connections pods take, as verbs of `access`. @throws NotLifted */
export function safetyWords(spec: Block): Verb[] {
  return wholly(spec, () => {
    spec.take('selector');
    const mtls = spec.block('mtls');
    const ports = spec.block('portLevelMtls');
    return [
      ...(mtls === undefined ? [] : [['mutualTls', modeWord(mtls)] as const]),
      ...(ports?.keys ?? []).map(port => ['mutualTls', modeWord(ports!.block(port)!), literal(Number(port))] as const),
    ];
  });
}

/** A mode of mutual TLS, from what holds it. @throws NotLifted */
export function modeWord(mtls: Block): Code {
  const said = wholly(mtls, () => mtls.text('mode') ?? '');
  const known = MODES.get(said);
  if (known === undefined) {
    throw new NotLifted(`no construct supports ${mtls.path}.mode: ${said}`);
  }
  return name(`MutualTls.${known}`);
}

const MODES: ReadonlyMap<string, string> = new Map([['DISABLE', 'DISABLED'], ['PERMISSIVE', 'PERMISSIVE'], ['STRICT', 'STRICT']]);

function only(blocks: readonly Block[], holder: Block, key: string): Block | undefined {
  if (blocks.length > 1) {
    throw new NotLifted(`no construct supports several entries of ${holder.path}.${key}`);
  }
  return blocks[0];
}

function caller(rule: Block, known: KnownService): Code {
  const from = only(rule.blocks('from'), rule, 'from');
  if (from === undefined) {
    return call('Caller.anyone');
  }
  return wholly(from, () => {
    const source = from.need('source');
    const [key, ...more] = source.keys;
    const values = key === undefined ? [] : textList(source, key);
    const factory = CALLERS.get(key);
    if (more.length > 0 || values.length === 0 || (factory === undefined && key !== 'principals')) {
      throw new NotLifted(`no construct supports ${source.path}`);
    }
    return factory === undefined ? account(values, source, known) : call(factory, ...values.map(value => literal(value)));
  });
}

const CALLERS: ReadonlyMap<string, string> = new Map([
  ['namespaces', 'Caller.namespaces'], ['ipBlocks', 'Caller.cidr'], ['remoteIpBlocks', 'Caller.clientCidr'],
]);

function account(values: readonly string[], source: Block, known: KnownService): Code {
  const [, namespace, serviceName] = values.length === 1 ? /^cluster\.local\/ns\/([^/]+)\/sa\/([^/]+)$/.exec(values[0]) ?? [] : [];
  const port = serviceName === undefined ? undefined : known(namespace, serviceName);
  if (port === undefined) {
    throw new NotLifted(`${source.path}.principals names no account that shares its name with a Service of the input`);
  }
  const contract = mapping([['serviceName', literal(serviceName)], ['namespace', literal(namespace)], ['port', literal(port)]]);
  return call('MeshService.fromContract', call('ServiceContract.of', contract));
}

function operation(block: Block): Array<readonly [string, Code]> {
  const said: Array<readonly [string, readonly Code[]]> = [
    ['methods', textList(block, 'methods').map(method => name(`HttpMethod.${method}`))],
    ['ports', textList(block, 'ports').map(port => literal(Number(port)))],
    ['paths', pathWords(textList(block, 'paths'))],
  ];
  return said.filter(([, values]) => values.length > 0).map(([key, values]) => [key, list(values)] as const);
}

/** `/a` and `/a/*` together are `/a` and what lies below it. */
function pathWords(paths: readonly string[]): Code[] {
  return paths.flatMap((path, index) => {
    if (paths[index + 1] === `${path}/*` || path === '/*') {
      return [call('PathMatch.below', literal(path === '/*' ? '/' : path))];
    }
    if (index > 0 && path === `${paths[index - 1]}/*`) {
      return [];
    }
    return [path.endsWith('*') ? call('PathMatch.prefix', literal(path.slice(0, -1))) : call('PathMatch.exact', literal(path))];
  });
}

function textList(block: Block, key: string): string[] {
  const values = block.take(key) ?? [];
  if (!Array.isArray(values) || values.some(value => typeof value !== 'string')) {
    throw new NotLifted(`${block.path}.${key} is not a list of strings`);
  }
  return values as string[];
}
