// Islands are small modules for the browser; each page works without them.
export {};
