/** A row of a table that says how fields of YAML are said in TypeScript. It has one of `call`, `like` and `reason`, if it is as it should be. */
export interface FieldRow {
  /** The headings above, as `security.istio.io/PeerAuthentication`. */
  readonly section: string;
  /** `spec.http[].timeout`, or `spec.http[].fault.*` for all below. */
  readonly fields: readonly string[];
  /** What stands beside the fields. */
  readonly text: string;
  /** The TypeScript that renders the fields. */
  readonly call?: string;
  /** The fields are said like others, with `to` where these say `from`. */
  readonly like?: { readonly fields: string; readonly from: string; readonly to: string };
  /** Why nothing renders the fields. */
  readonly reason?: string;
}

/** The rows of all tables that begin with a field in backticks. `### Kind` stands below `## group`. */
export function fieldRowsOf(page: string): readonly FieldRow[] {
  let group = '';
  let kind = '';
  const rows: FieldRow[] = [];
  for (const line of page.split('\n')) {
    const [, level, heading] = /^(#{2,3}) (.+)$/.exec(line) ?? [];
    const [, fields, text] = /^\| (`[^|]+`) \| (.+) \|$/.exec(line) ?? [];
    if (level !== undefined) {
      [group, kind] = level === '##' ? [heading, ''] : [group, heading];
    } else if (fields !== undefined) {
      rows.push({ section: kind === '' ? group : `${group}/${kind}`, fields: fields.slice(1, -1).split('`<br>`'), text, ...meaningOf(text) });
    }
  }
  return rows;
}

function meaningOf(text: string): Pick<FieldRow, 'call' | 'like' | 'reason'> {
  const [, fields, to, from] = /^as `([^`]+)`, with `([^`]+)` for `([^`]+)`$/.exec(text) ?? [];
  const [, reason] = /^none: (.*)$/.exec(text) ?? [];
  const [, call] = /^`([^`]+)`(?: \(.*\))?$/.exec(text) ?? [];
  return { call, reason, like: fields === undefined ? undefined : { fields, from, to } };
}

/** The row that speaks of a field most narrowly; several, where a page contradicts itself. */
export function rowsOf(field: string, rows: readonly FieldRow[]): readonly FieldRow[] {
  const claims = rows.flatMap(row => row.fields.filter(claim => covers(claim, field)).map(claim => ({ row, length: stem(claim).length })));
  const narrowest = Math.max(...claims.map(({ length }) => length));
  return claims.filter(({ length }) => length === narrowest).map(({ row }) => row);
}

/** Whether `spec.http[].fault.*`, or a field by its full name, means a field. */
export function covers(claim: string, field: string): boolean {
  return claim === field || (claim.endsWith('.*') && field.startsWith(`${stem(claim)}.`));
}

/** What is wrong with the rows of a section that shall speak of these fields, each exactly once, and what to do about it. */
export function rowProblems(section: string, fields: readonly string[], all: readonly FieldRow[]): readonly string[] {
  const rows = all.filter(row => row.section === section);
  return [
    ...fields.flatMap(field => ownerProblems(section, field, rows)),
    ...rows.flatMap(row => row.fields.flatMap(claim => claimProblems(claim, fields, row, rows))),
  ];
}

function ownerProblems(section: string, field: string, rows: readonly FieldRow[]): readonly string[] {
  const { length } = rowsOf(field, rows);
  const where = `${section} ${field}`;
  if (length === 0) {
    return [`${where}: has no row. Write one under this heading: the call that renders it, or "none: " with the reason and what to do instead.`];
  }
  return length === 1 ? [] : [`${where}: ${length} rows claim it. Leave one.`];
}

function claimProblems(claim: string, fields: readonly string[], row: FieldRow, rows: readonly FieldRow[]): readonly string[] {
  const where = `${row.section} ${claim}`;
  const meant = fields.filter(field => covers(claim, field));
  if (meant.length === 0) {
    return [`${where}: no such field in the schema. Remove it from its row, or mend its name.`];
  }
  const shadowed = meant.every(field => !rowsOf(field, rows).includes(row));
  return shadowed ? [`${where}: narrower rows speak of all that it means. Remove it.`] : [];
}

/** `spec.fault.*` is about all below `spec.fault`. */
function stem(claim: string): string {
  return claim.replace(/\.\*$/, '');
}

/** A field that a call renders, as a row says. */
export interface FieldClaim {
  readonly section: string;
  readonly field: string;
  readonly call: string;
}

/** Each field with the call that is said to render it. A row by which fields are said like others counts for each of them. */
export function claimsOf(section: string, fields: readonly string[], all: readonly FieldRow[]): readonly FieldClaim[] {
  const rows = all.filter(row => row.section === section);
  return fields.flatMap(field => {
    const call = callOf(field, rows);
    return call === undefined ? [] : [{ section, field, call }];
  });
}

function callOf(field: string, rows: readonly FieldRow[]): string | undefined {
  const row = rowsOf(field, rows).at(0);
  if (row?.like === undefined) {
    return row?.call;
  }
  const { fields, from, to } = row.like;
  const claim = row.fields.find(name => covers(name, field))!;
  const call = callOf(`${stem(fields)}${field.slice(stem(claim).length)}`, rows);
  return call?.replaceAll(from, to);
}
