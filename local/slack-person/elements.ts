/** An element that people press or fill, as it stands in a block. */
export interface Element {
  readonly type: string;
  readonly action_id?: string;
  readonly options?: readonly Option[];
  readonly option_groups?: readonly { readonly options: readonly Option[] }[];
  readonly [other: string]: unknown;
}

interface Option {
  readonly value?: string;
}

interface Block {
  readonly type: string;
  readonly block_id?: string;
  readonly optional?: boolean;
  readonly accessory?: Element;
  readonly elements?: readonly Element[];
  readonly element?: Element;
}

/** An element, and where it stands. */
export interface Placed {
  readonly blockId: string;
  readonly element: Element;
  /** Whether a form can go without it; only inputs must be filled. */
  readonly optional: boolean;
}

/** Everything in the blocks that can be pressed or filled. A block without an id has its place for one, as Slack makes one up. */
export function elementsIn(blocks: readonly unknown[]): readonly Placed[] {
  return (blocks as readonly Block[]).flatMap(
    ({ type, block_id: blockId, accessory, elements = [], element, optional = false }, index) =>
      [accessory, element, ...elements].flatMap((one) =>
        one?.action_id === undefined
          ? []
          : [{ blockId: blockId ?? `block-${index}`, element: one, optional: type !== 'input' || optional }],
      ),
  );
}

/** The option of this value, as the block gives it; throws where there is none, for nobody can choose it. */
export function optionOf({ action_id, options = [], option_groups: groups = [] }: Element, value: string): Option {
  const found = [...options, ...groups.flatMap((group) => group.options)].find((option) => option.value === value);
  if (!found) throw new Error(`${action_id ?? 'a menu'} has no option ${value}`);
  return found;
}
