/** WebAssembly as Node has it; its types stand only among those of a browser's page. */
export interface Memory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

/** Of one page of its memory. */
const PAGE = 65_536;

export const growBy = (memory: Memory, bytes: number): void => {
  memory.grow(Math.ceil(bytes / PAGE));
};

const { WebAssembly } = globalThis as unknown as {
  readonly WebAssembly: {
    readonly Module: new (bytes: Uint8Array) => object;
    readonly Instance: new (module: object) => { readonly exports: unknown };
  };
};

/**
 * @param assembled in base64
 * @returns what makes a new instance, with a memory of its own: its exports
 */
export function instancesOf(assembled: string): () => unknown {
  const compiled = new WebAssembly.Module(Buffer.from(assembled, 'base64'));
  return () => new WebAssembly.Instance(compiled).exports;
}
