import { shellWord } from '../../../mesh/private/runbook/shell';
import { ownIn } from '../object-fields';
import { NeededObject } from './needed-object';

/** The command that creates an object; undefined for kinds that kubectl creates by no command of their own. Values come from files of these names. */
export function createCommand(object: NeededObject): string | undefined {
  const { kind, namespace, name } = object;
  const rest = ownIn(COMMANDS, kind)?.(object);
  return rest === undefined ? undefined : ['kubectl create', ...rest(shellWord(name)), ...namespace ? [`-n ${shellWord(namespace)}`] : []].join(' ');
}

/** A command that does nothing where it exists: to apply it anew would take labels away from one that somebody else applies. */
export function createNamespace(name: string): string {
  return `kubectl get namespace ${shellWord(name)} || kubectl create namespace ${shellWord(name)}`;
}

type Words = (name: string) => readonly string[];

const COMMANDS: Readonly<Record<string, (object: NeededObject) => Words>> = {
  ConfigMap: ({ name, keys }) => word => [`configmap ${word}`, ...filesOf(name, keys)],
  Secret: ({ name, keys, type }) => word => SECRETS[type ?? '']?.(word) ?? [`secret generic ${word}`, ...filesOf(name, keys)],
  ServiceAccount: () => word => [`serviceaccount ${word}`],
};

const SECRETS: Readonly<Record<string, Words | undefined>> = {
  registry: word => [`secret docker-registry ${word}`, '--docker-server="$SERVER" --docker-username="$USERNAME" --docker-password="$PASSWORD"'],
  tls: word => [`secret tls ${word}`, '--cert=tls.crt --key=tls.key'],
};

/** Where no keys are known, each file of a folder is one. */
function filesOf(name: string, keys: readonly string[]): string[] {
  return keys.length === 0 ? [`--from-file=${shellWord(`${name}/`)}`] : keys.map(key => `--from-file=${shellWord(key)}`);
}
