#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>

namespace decode {

enum class WebFormat { webp, jpeg };

// One picture, turned upright, in sRGB, without position or any other data about its making, no side longer than asked; never enlarged.
struct PictureOrder {
    int longest_side{};
    WebFormat format = WebFormat::webp;
};

enum class End {
    done,      // what was asked for was made
    refused,   // the file is at fault: no picture, too large, cut off, broken
    deadline,  // it took too long and was killed
    crashed,   // the decoder fell over a limit of the cage, or over itself
};

struct Outcome {
    End end{};
    std::string made;   // the picture, with nothing in it but the picture; empty unless done
    std::string words;  // what the tool said, at most 2 KB: for the log, never for a page
};

// The server's side: starts lomwong-decode, waits for it, kills it at the deadline. Blocks its thread; many may run at once.
class Cage {
  public:
    // `program` is lomwong-decode; `scratch` a folder in which each run gets an empty folder of its own, removed at the end.
    Cage(std::filesystem::path program, std::filesystem::path scratch, std::chrono::milliseconds deadline = std::chrono::seconds(20));

    // Reads `input`, an open descriptor at its beginning. Throws std::system_error if the cage itself cannot start.
    Outcome run(const PictureOrder&, int input) const;

  private:
    std::filesystem::path program_, scratch_;
    std::chrono::milliseconds deadline_;
};

// lomwong-decode stands beside the running program, in the build tree and where it is installed.
std::filesystem::path program_beside_this_one();

}  // namespace decode
