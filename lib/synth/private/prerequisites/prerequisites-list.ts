import { createCommand, createNamespace } from './create-command';
import { titleOf } from './needed-object';
import { Needed, NeededDefinition, Prerequisites } from './prerequisites';
import { commandsOf, PageSettings } from './prerequisites-page';
import { definitionCommands, Project, PROJECTS, sinceOf } from './projects';

/** The prerequisites for programs, which `install/prerequisites.yaml` holds. */
export function prerequisitesList(prerequisites: Prerequisites, { apply, installation }: PageSettings): Readonly<Record<string, unknown>> {
  const { namespaces, definitions, controllers, objects } = prerequisites;
  const projects = [...PROJECTS, undefined].filter(project => definitions.some(({ what }) => what.project === project));
  return withoutEmpty({
    namespaces: namespaces.map(({ what: { name }, neededBy }) => ({ name, commands: [createNamespace(name)], neededBy })),
    definitions: projects.map(project => definitionsOf(project, definitions.filter(({ what }) => what.project === project), installation)),
    controllers: controllers.map(({ what, neededBy }) => (
      { name: what.name, home: what.home, commands: commandsOf(what, prerequisites, installation(what.name)), neededBy }
    )),
    objects: objects.map(({ what, neededBy }) => withoutEmpty({
      object: titleOf(what), group: what.group, kind: what.kind, namespace: what.namespace, name: what.name, keys: what.keys,
      commands: [createCommand(what)].filter(command => command !== undefined), neededBy,
    })),
    apply,
  });
}

type Definitions = ReadonlyArray<Needed<NeededDefinition>>;

function definitionsOf(project: Project | undefined, own: Definitions, installation: PageSettings['installation']): Readonly<Record<string, unknown>> {
  return withoutEmpty({
    project: project?.name,
    // Where they come along with what acts on them, the commands stand there.
    commands: project?.definitions === undefined ? [] : definitionCommands(project, own.map(({ what }) => what.kind), installation(project.name)),
    kinds: own.map(({ what: { apiVersion, kind }, neededBy }) => withoutEmpty(
      { apiVersion, kind, since: project === undefined ? undefined : sinceOf(project, apiVersion, kind), neededBy },
    )),
  });
}

function withoutEmpty(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)));
}
