import { shellBlock } from '../../../mesh/private/runbook/shell';
import { createCommand, createNamespace } from './create-command';
import { NeededObject, titleOf } from './needed-object';
import { Needed, NeededDefinition, NeededNamespace, Prerequisites } from './prerequisites';
import { controllerCommands, definitionCommands, Installation, Project, PROJECTS, sinceOf } from './projects';

/** What is known of an environment beside its objects. */
export interface PageSettings {
  /** The name of the environment; empty outside of any. */
  readonly name: string;
  /** The commands that apply the objects, in their order. */
  readonly apply: readonly string[];
  /** How a project is installed for this environment, where something says more of it than everybody knows. */
  readonly installation: (project: string) => Installation | undefined;
}

/** The prerequisites for people, a page in Markdown. */
export function prerequisitesPage(prerequisites: Prerequisites, settings: PageSettings): string {
  const { namespaces, definitions, controllers, objects } = prerequisites;
  return `${[
    settings.name === '' ? '# Prerequisites' : `# Prerequisites: ${settings.name}`,
    'What a cluster needs before the objects beside this page are applied, in this order; the commands are for the folder of this page. Rendered along with the objects; changes by hand are lost. For programs, the same stands in `install/prerequisites.yaml`.',
    ...namespaceChapter(namespaces),
    ...definitionChapter(definitions, settings),
    ...chapter('Controllers', CONTROLLERS, controllers.flatMap(({ what, neededBy }) => [
      `### ${what.name}`, `${who(neededBy)} See <${what.home}>.`, settings.installation(what.name)?.text ?? shellBlock(...commandsOf(what, prerequisites)),
    ])),
    ...chapter('Objects', OBJECTS, objects.flatMap(objectSection)),
    '## Apply',
    new Set(settings.apply).size < settings.apply.length ? `${APPLY} ${TWICE}` : APPLY,
    shellBlock(...settings.apply),
  ].join('\n\n')}\n`;
}

const NAMESPACES = 'They are used, and have to be there before.';
const DEFINITIONS = 'Kinds that Kubernetes does not have by itself: without them, kubectl says `no matches for kind`.';
const CONTROLLERS = 'Without them the objects are accepted, and nothing happens. Their webhooks may judge objects, so install them before.';
const OBJECTS = 'Objects that the rendered ones name and that nobody here renders. Who has them made by something else needs none of these commands; values come from files that are called as the keys are.';
const APPLY = 'Namespaces stand before what is in them, accounts and settings before the pods that use them, and Services and DestinationRules before routes to their hosts.';
const TWICE = 'Some files need each other, so that the commands stand here twice: the first time, some objects have no namespace yet.';

/** How a controller is installed, without the namespaces and definitions that stand above. */
export function commandsOf(project: Project, { namespaces, definitions }: Prerequisites, installation?: Installation): readonly string[] {
  const areDefined = definitions.some(({ what }) => what.project === project);
  const before = new Set(namespaces.map(({ what }) => createNamespace(what.name)));
  return controllerCommands(project, areDefined, installation).filter(command => !before.has(command));
}

function chapter(title: string, text: string, sections: readonly string[]): string[] {
  return sections.length === 0 ? [] : [`## ${title}`, text, ...sections];
}

function namespaceChapter(namespaces: readonly Needed<NeededNamespace>[]): string[] {
  return chapter('Namespaces', NAMESPACES, namespaces.length === 0 ? [] : [
    namespaces.map(({ what: { name, isRendered }, neededBy }) => (
      `- \`${name}\`, needed by ${briefly(neededBy)}${isRendered ? '; it is rendered, and has to be there before, for what is below' : ''}`
    )).join('\n'),
    shellBlock(...namespaces.map(({ what }) => createNamespace(what.name))),
  ]);
}

function definitionChapter(definitions: readonly Needed<NeededDefinition>[], settings: PageSettings): string[] {
  const projects = [...PROJECTS.map(({ name }) => name), undefined].map(name => definitions.filter(({ what }) => what.project?.name === name));
  return chapter('Definitions', DEFINITIONS, projects.filter(own => own.length > 0).flatMap(own => definitionSection(own, settings)));
}

function definitionSection(own: readonly Needed<NeededDefinition>[], { installation }: PageSettings): string[] {
  const [{ what: { project } }] = own;
  const rows = own.map(({ what, neededBy }) => `| ${what.kind} | \`${what.apiVersion}\` | ${(project && sinceOf(project, what.apiVersion, what.kind)) ?? ''} | ${briefly(neededBy)} |`);
  return [
    `### ${project === undefined ? 'Of others' : `Of ${project.name}`}`,
    ['| kind | API version | since release | needed by |', '|---|---|---|---|', ...rows].join('\n'),
    project === undefined ? 'Nobody here knows who brings them: ask whoever wrote the charts.' : definitionText(project, own, installation(project.name)),
  ];
}

function definitionText(project: Project, own: readonly Needed<NeededDefinition>[], installation?: Installation): string {
  return project.definitions === undefined
    ? `They come along with ${project.name}: see [controllers](#controllers).`
    : shellBlock(...definitionCommands(project, own.map(({ what }) => what.kind), installation));
}

function objectSection({ what, neededBy }: Needed<NeededObject>): string[] {
  const command = createCommand(what);
  const keys = what.keys.length === 0 ? '' : ` Keys: ${what.keys.map(key => `\`${key}\``).join(', ')}.`;
  return [`### ${titleOf(what)}`, `${who(neededBy)}${keys}`, ...command === undefined ? [] : [shellBlock(command)]];
}

function who(places: readonly string[]): string {
  return `Needed by ${briefly(places)}.`;
}

/** Some of them; the list has all. */
function briefly(places: readonly string[]): string {
  const shown = places.slice(0, 3).map(place => `\`${place}\``);
  const more = places.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
}
