#pragma once

namespace app {

// Reads the command line, does the command, returns the exit code: 0 done, 1 it failed, 2 it was asked wrongly.
int run(int argc, char** argv);

}  // namespace app
