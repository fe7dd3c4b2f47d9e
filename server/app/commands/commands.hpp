#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/config.hpp"

// What `lomwong` can do, one function a command. They return the exit code; what goes wrong is thrown and told by main.
namespace app {

int serve(const Config& config);
int migrate(const Config& config);
int show_config(const Config& config);
int list_routes();
int write_openapi(const std::string& file);  // empty: to the terminal
int verify(const Config& config);
// Recomputes every figure from the values and compares.
int verify_rollups(const Config& config);
struct FigureOrder {
    std::string indicator;
    std::string area;
    std::string period;
    std::string group;  // empty: the total
    bool as_json = false;
};
int print_figure(const Config& config, const FigureOrder& order);
int examine(const Config& config, bool as_json);
int load_demo(const Config& config);

struct BackupOrder {
    std::string archive;  // a file, or a folder to put one into; empty: backup_folder, else DATA/backups
    bool check = false;   // nothing is made: the file is restored into a temporary place and compared
};
int make_backup(const Config& config, const BackupOrder& order);
int restore_backup(const Config& config, const std::string& archive);

struct TextImport {
    std::vector<std::string> files;
    bool publish = false;
};
int import_texts(const Config& config, const TextImport& wanted);

struct SearchOrder {
    std::string question;
    std::string as;  // login; empty: what everybody may read
    std::size_t limit = 10;
    bool as_json = false;
};
int search_records(const Config& config, const SearchOrder& order);
int reindex(const Config& config);

// Villages and municipal communities from a table.
enum class ImportMode : std::uint8_t { preview, apply };
int import_places(const Config& config, const std::string& file, ImportMode mode);

// Boundaries of areas from a GeoJSON file; the words stand under every map.
struct BoundaryImport {
    std::string file;
    std::string by;  // login
    std::string source;
    std::string licence;
    std::string attribution;
    bool preview = false;
};
int import_boundaries(const Config& config, const BoundaryImport& wanted);

// Values of indicators from a table of any length.
struct ValuesImport {
    std::string file;
    bool create = false;  // indicators that nobody knows, as plain sums
    std::string refused;  // where all refused rows go; empty: nowhere
};
int import_values(const Config& config, const ValuesImport& wanted);

struct NewUser {
    std::string login;
    std::string name;
    bool administrator = false;
};
// Passwords are typed without being shown, or come as the first line of standard input.
int add_user(const Config& config, const NewUser& user);
int invite_user(const Config& config, const NewUser& user);  // by name; or by login, to set a new password
int set_user_password(const Config& config, const std::string& login);
int drop_second_step(const Config& config, const std::string& login);
int list_users(const Config& config);

// Reads one mail that came back from standard input, as an alias of the mail server pipes it.
int take_bounce(const Config& config);
// Reads one answer to a comment from standard input, as an alias of the mail server pipes it.
int take_mail(const Config& config);
// Sends a message now, and tells what the mail server says.
int try_mail(const Config& config, const std::string& address);
int list_mail(const Config& config);  // the newest, with what became of them
int forgive_address(const Config& config, const std::string& address);

}  // namespace app
