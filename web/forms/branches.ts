import type { SchemaNode } from './schema-node.ts';

/** What a branch of a one-of is called in names of controls. */
export function branchKey(index: number): string {
  return `b${index}`;
}

export interface Unit {
  property: string;
  node: SchemaNode;
  label: string;
}

/** The units, if each branch asks just for one number: then all of them are one number with a unit. */
export function unitsOf(branches: readonly SchemaNode[]): Unit[] | undefined {
  const units = branches.flatMap((branch) => {
    const [only, ...others] = Object.entries(branch.properties ?? {});
    if (!only || others.length > 0) return [];
    const [property, node] = only;
    return [{ property, node, label: branch.title ?? node.title ?? '' }];
  });
  const numbers = units.filter(({ node }) => node.type === 'integer' || node.type === 'number');
  return numbers.length === branches.length ? numbers : undefined;
}

/** Whether a value is of this branch: what must be there is, and what is fixed agrees. */
export function isOfBranch(branch: SchemaNode, given: object): boolean {
  const values = given as Record<string, unknown>;
  const fixed = Object.entries(branch.properties ?? {}).filter(([, node]) => node.const !== undefined);
  return (
    (branch.required ?? []).every((property) => Object.hasOwn(given, property)) &&
    fixed.every(([property, node]) => values[property] === node.const)
  );
}

/** What a branch is called: its own title, the name of what it fixes, or else what there is to fill in. */
export function branchLabel(branch: SchemaNode): string {
  if (branch.title) return branch.title;
  const fields = Object.values(branch.properties ?? {});
  const fixed = fields.flatMap((node) => node['x-options']?.[String(node.const)] ?? []);
  const open = fields.filter(({ const: value }) => value === undefined).flatMap(({ title }) => title ?? []);
  return fixed[0] ?? open.join(' + ');
}
