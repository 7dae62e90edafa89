// Ends this process with its standard input, so that no server outlives the tests that started it.
process.stdin.resume();
process.stdin.on("close", () => process.exit());
