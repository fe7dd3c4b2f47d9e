#pragma once

#include <string>
#include <vector>

#include "decode/cage.hpp"

namespace files {

// What a file from outside says, as text that importers read. `problem` is a locale key without "problem_", empty if all is well: then
// the file is at fault, and that is what its sender is told.
struct Opened {
    std::string content;
    std::string problem;
};

// What the cage makes of an order, or why not.
Opened open_in_cage(const decode::Cage& cage, const decode::Order& order, int file);

// Text and web pages as they are; DOCX, ODT and PDF as the cage reads them out. `file` is a seekable descriptor; blocks until it is done.
Opened open_document(const decode::Cage& cage, int file);

struct NamedDocument : Opened {
    std::string name;
};
// The document in the file, or those in the archive that it is, each for itself: "2567.zip/มกราคม/บันทึก.docx". An archive that cannot be
// opened at all is one document with a problem. An archive inside is not opened. Blocks; after a minute the rest is named as too slow.
std::vector<NamedDocument> open_documents(const decode::Cage& cage, int file, const std::string& name);

// CSV as it is, in any encoding; one sheet of XLSX and ODS as CSV whose lines have the numbers of the sheet's rows.
struct OpenedTable : Opened {
    std::vector<std::string> sheets;  // of a workbook
};
OpenedTable open_table(const decode::Cage& cage, int file, const std::string& sheet);

}  // namespace files
