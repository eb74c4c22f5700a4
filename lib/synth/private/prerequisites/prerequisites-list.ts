import { createCommand, createNamespace } from './create-command';
import { titleOf } from './needed-object';
import { Needed, NeededDefinition, Prerequisites } from './prerequisites';
import { definitionCommands, sinceOf } from './projects';

/** The prerequisites for programs, which `install/prerequisites.yaml` holds. */
export function prerequisitesList(prerequisites: Prerequisites, apply: readonly string[]): Readonly<Record<string, unknown>> {
  const { namespaces, definitions, controllers, objects } = prerequisites;
  return withoutEmpty({
    namespaces: namespaces.map(({ what: { name }, neededBy }) => ({ name, commands: [createNamespace(name)], neededBy })),
    definitions: definitions.map(({ what, neededBy }) => ({ ...definition(what, definitions), neededBy })),
    controllers: controllers.map(({ what: { name, home, controller }, neededBy }) => ({ name, home, commands: controller, neededBy })),
    objects: objects.map(({ what, neededBy }) => withoutEmpty({
      object: titleOf(what), group: what.group, kind: what.kind, namespace: what.namespace ?? '', name: what.name, keys: what.keys,
      commands: [createCommand(what)].filter(command => command !== undefined), neededBy,
    })),
    apply,
  });
}

function definition({ apiVersion, kind, project }: NeededDefinition, all: readonly Needed<NeededDefinition>[]): Readonly<Record<string, unknown>> {
  const kinds = all.map(({ what }) => what).filter(other => other.project === project).map(other => other.kind);
  return withoutEmpty({
    apiVersion, kind, project: project?.name ?? '', since: (project && sinceOf(project, apiVersion, kind)) ?? '',
    commands: project === undefined ? [] : definitionCommands(project, kinds),
  });
}

function withoutEmpty(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '' && !(Array.isArray(value) && value.length === 0)));
}
