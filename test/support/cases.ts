import fc from 'fast-check';

/** What is red is so for everybody, and again when it is tried again. Who wants other cases names another seed. */
fc.configureGlobal({ seed: Number(process.env['NATTER_FUZZ_SEED'] ?? 20_190_727) });

export { fc };
