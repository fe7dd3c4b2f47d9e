#include "app/command_line.hpp"

#include <fmt/format.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <functional>
#include <iostream>
#include <memory>

#include "app/commands/commands.hpp"
#include "app/config.hpp"

namespace app {

namespace {

constexpr int asked_wrongly = 2;

constexpr const char* about =
    "Lomwong keeps what a circle of people learns, and finds it again.\n\n"
    "  lomwong demo                      five example localities into an empty data folder\n"
    "  lomwong serve                     then open http://127.0.0.1:8080\n"
    "  lomwong serve --port 9000 --data /srv/lomwong\n"
    "  LOMWONG_DB=postgresql://lomwong@db/lomwong lomwong serve\n\n"
    "Every setting may come from a flag, the environment or a file; a flag wins over the environment, that over the file.";

// What root makes in another's folder the server could not write to any more.
void require_own_folder(const std::filesystem::path& data) {
    struct stat facts{};
    if (::geteuid() != 0 || ::stat(data.c_str(), &facts) != 0 || facts.st_uid == 0) return;
    const auto* owner = ::getpwuid(facts.st_uid);
    throw ConfigError(fmt::format("{} belongs to {}, so run this as its owner: runuser -u {} -- lomwong …", data.string(),
                                  owner ? owner->pw_name : "another", owner ? owner->pw_name : "OWNER"));
}

class CommandLine {
  public:
    CommandLine() {
        app_.require_subcommand(1);
        app_.fallthrough();
        app_.set_version_flag("--version", "lomwong " LOMWONG_VERSION);
        app_.add_option("--config", given_["config"],
                        "settings file; else LOMWONG_CONFIG, else lomwong.toml in the data folder; installed: /etc/lomwong/lomwong.toml");
        for (const auto& setting : settings()) add_setting(setting);
        add_commands();
        add_backup_commands();
        add_search_commands();
        add_figure();
        add_imports();
        add_user_commands();
        add_mail_commands();
    }

    int run(int argc, char** argv) {
        try {
            app_.parse(argc, argv);
        } catch (const CLI::ParseError& error) {
            return app_.exit(error) == 0 ? 0 : asked_wrongly;
        }
        return command_();
    }

  private:
    void add_setting(const Setting& setting) {
        const std::string key{setting.key};
        auto flag = "--" + key;
        std::ranges::replace(flag, '_', '-');
        app_.add_option(flag, given_[key], std::string{setting.help} + " (" + std::string{setting.environment} + ")");
    }

    Config config() const {
        Given flags;
        for (const auto& [key, text] : given_)
            if (app_.count(flag_of(key)) > 0) flags[key] = text;
        auto config = load_config(flags, installed_settings());
        require_own_folder(config.data);
        return config;
    }

    static std::string flag_of(std::string key) {
        std::ranges::replace(key, '_', '-');
        return "--" + key;
    }

    CLI::App* add(const std::string& name, const std::string& help, std::function<int()> command) {
        auto* sub = app_.add_subcommand(name, help);
        sub->callback([this, command = std::move(command)] { command_ = command; });
        return sub;
    }

    void add_commands() {
        add("serve", "Answer browsers until told to stop (Ctrl-C or SIGTERM); brings the database up to date first",
            [this] { return serve(config()); });
        add("migrate", "Bring tables and the area tree up to date; safe to repeat", [this] { return migrate(config()); });
        add("demo", "Put five example localities into an unused data folder, and print who can sign in",
            [this] { return load_demo(config()); });
        add_verify();
        auto* doctor = add("doctor",
                           "Look at everything an installation needs, say in Thai and English what is wrong and what to do; exit code 1 if "
                           "something is broken",
                           [this] { return examine(config(), doctor_as_json_); });
        doctor->add_flag("--json", doctor_as_json_, "a JSON array of {topic, weight, words, remedy}, in English");
        add("config", "Show the settings in force, and where each comes from, as a file that can be used",
            [this] { return show_config(config()); });
        add("routes", "List every address the server answers, who may use it, and where in the source it stands",
            [] { return list_routes(); });
        add("openapi", "Print the contract of the API, OpenAPI 3.1", [this] {
            return write_openapi(openapi_file_);
        })->add_option("--write", openapi_file_, "into this file instead");
    }

    void add_verify() {
        auto* all = app_.add_subcommand(
            "verify", "Prove from the journal that nothing was changed, taken out or moved; exit code 0 only if it is whole");
        const auto* rollups = all->add_subcommand(
            "rollups", "Add up every figure anew from the values and compare, naming what differs; exit code 0 only if all are the same");
        all->callback([this, rollups] {
            command_ =
                rollups->parsed() ? std::function<int()>([this] { return verify_rollups(config()); }) : [this] { return verify(config()); };
        });
    }

    void add_figure() {
        auto* figure = add("figure", "One number of an area, with what it rests on", [this] { return print_figure(config(), figure_); });
        figure->add_option("--indicator", figure_.indicator, "its code")->required();
        figure->add_option("--area", figure_.area, "its official code; TH is the country")->required();
        figure->add_option("--period", figure_.period, "2564, 2564-05, 2564Q1, งบ2564 …")->required();
        figure->add_option("--group", figure_.group, "of a breakdown; without it the total");
        figure->add_flag("--json", figure_.as_json, "{value, numerator, denominator, reported, expected}, null where there is none");
    }

    void add_backup_commands() {
        auto* backup = add("backup", "Put everything into one file while the server goes on working: tables, uploaded files, settings",
                           [this] { return make_backup(config(), backup_); });
        auto* file = backup->add_option("FILE", backup_.archive,
                                        "where to; a folder gets one named by day and hour (backup_folder, else DATA/backups)");
        backup->add_flag("--check", backup_.check, "make none, but prove that FILE can be restored; exit code 0 only if it is whole")
            ->needs(file);
        backup->footer(
            "  lomwong backup                                           into backup_folder, named by day and hour\n"
            "  lomwong backup /srv/backup/before-the-move.tar.zst       into this file\n"
            "  lomwong backup --check /srv/backup/before-the-move.tar.zst\n"
            "  LOMWONG_BACKUP_FOLDER=/srv/backup lomwong serve          one each night; of 7 days, 4 weeks and 12 months one is kept\n\n"
            "The file holds what people trusted to you, and whoever can read it reads all: keep it where only you can. It opens without\n"
            "Lomwong, too: tar --zstd -xf FILE, then sha256sum -c SHA256SUMS.");
        auto* restore = add("restore", "Fill an empty installation from a back-up, all of it or nothing; never writes over data",
                            [this] { return restore_backup(config(), backup_.archive); });
        restore->add_option("FILE", backup_.archive, "a back-up, of either database")->required();
        restore->footer(
            "  lomwong restore FILE --data /srv/lomwong-new\n"
            "  lomwong restore FILE --data /srv/lomwong-new --database postgresql://lomwong@db/empty\n\n"
            "The search index is made again at the next start.");
    }

    void add_search_commands() {
        auto* search = add("search", "Find records in Thai or English, as everybody may read them: lomwong search ธนาคารความดี",
                           [this] { return search_records(config(), search_); });
        search->add_option("QUESTION", search_.question, "words, a piece of text, or a whole question")->required();
        search->add_option("--limit", search_.limit, "how many at most")->check(CLI::Range(1, 1000))->capture_default_str();
        search->add_option("--as", search_.as, "see what this login may read");
        search->add_flag("--json", search_.as_json, "a JSON array of {title, kind, url, source}");
        add("reindex", "Make the search index again from all records; the old one serves meanwhile", [this] { return reindex(config()); });
    }

    void add_imports() {
        auto* import = app_.add_subcommand("import", "Bring in what offices have in files already");
        import->require_subcommand(1);
        auto* text = import->add_subcommand(
            "text",
            "Plain texts and saved web pages, in any encoding, become draft knowledge items: title, source and date where "
            "they can be found, page furniture dropped; twice changes nothing");
        text->add_option("FILE", texts_.files, "files to read")->required()->check(CLI::ExistingFile);
        text->add_flag("--publish", texts_.publish, "publish them at once, for everybody");
        text->callback([this] { command_ = [this] { return import_texts(config(), texts_); }; });
        auto* places =
            import->add_subcommand("places", "Villages and municipal communities from a table (CSV, XLSX, ODS); twice changes nothing");
        places->add_option("FILE", import_file_)->required();
        places->add_flag("--preview", preview_, "only tell what would come in, and what is wrong");
        places->callback([this] {
            command_ = [this] { return import_places(config(), import_file_, preview_ ? ImportMode::preview : ImportMode::apply); };
        });
        add_values(*import);
        add_boundaries(*import);
    }

    void add_boundaries(CLI::App& import) {
        auto* boundaries =
            import.add_subcommand("boundaries", "Boundaries of areas for maps, from a GeoJSON file with their official codes");
        boundaries->add_option("FILE", boundaries_.file, "a FeatureCollection of polygons in degrees (WGS84), at most 64 MB")
            ->required()
            ->check(CLI::ExistingFile);
        boundaries->add_option("--by", boundaries_.by, "who loads it: the login of an administrator")->required();
        auto* preview = boundaries->add_flag("--preview", boundaries_.preview, "only tell what would come in, and what is wrong");
        boundaries->add_option("--source", boundaries_.source, "who made it, and of which year it is")->excludes(preview);
        boundaries->add_option("--licence", boundaries_.licence, "under which terms it may be used")->excludes(preview);
        boundaries->add_option("--attribution", boundaries_.attribution, "what has to stand under every map")->excludes(preview);
        boundaries->footer("Without --preview, source, licence and attribution are needed. Exit code 3: some features were left out.");
        boundaries->callback([this] { command_ = [this] { return import_boundaries(config(), boundaries_); }; });
    }

    void add_values(CLI::App& import) {
        auto* values = import.add_subcommand("values", "Values of indicators from a CSV file of any length; twice changes nothing");
        values->add_option("FILE", values_.file, "its heading: indicator,area,period,value and, if wished, group and denominator")
            ->required()
            ->check(CLI::ExistingFile);
        values->add_flag("--create", values_.create, "indicators that nobody knows are created, as plain sums");
        values->add_option("--refused", values_.refused, "write all refused rows with their reasons into this file");
        values->footer(
            "  indicator,area,period,value\n"
            "  population,800121,2564,12943\n\n"
            "The area is its official code, TH the whole country. A period is a year (พ.ศ. from 2400 on), 2564-05, 2564Q1, งบ2564 …\n"
            "What comes in counts as approved. Exit code 0: all was stored; 3: some rows were refused, and the rest stored.");
        values->callback([this] { command_ = [this] { return import_values(config(), values_); }; });
    }

    // Adds commands below another one.
    auto group(const std::string& of, const std::string& about_them) {
        auto* above = app_.add_subcommand(of, about_them);
        above->require_subcommand(1);
        return [this, above](const std::string& name, const std::string& help, std::function<int()> command) {
            auto* sub = above->add_subcommand(name, help);
            sub->callback([this, command = std::move(command)] { command_ = command; });
            return sub;
        };
    }

    void add_mail_commands() {
        add("mail-in", "Take an answer to a comment, a mail read from standard input; for an alias of the mail server",
            [this] { return take_mail(config()); });
        const auto under = group("mail", "What leaves by e-mail, and what comes back");
        under("bounce", "Note a mail that came back, read from standard input; for an alias of the mail server",
              [this] { return take_bounce(config()); });
        under("test", "Send a message now, and tell what the mail server says", [this] { return try_mail(config(), mail_address_); })
            ->add_option("address", mail_address_, "to whom")
            ->required();
        under("list", "The newest messages, and what became of them", [this] { return list_mail(config()); });
        under("forgive", "Write again to an address from which mail came back", [this] { return forgive_address(config(), mail_address_); })
            ->add_option("address", mail_address_, "to whom")
            ->required();
    }

    void add_user_commands() {
        const auto under = group("user", "Who may sign in");
        auto* add = under("add", "Make a person with an account; the password is asked for, or read from standard input",
                          [this] { return add_user(config(), user_); });
        add->add_option("login", user_.login, "user name or phone")->required();
        add->add_option("--name", user_.name, "the person's name, as others read it")->required();
        add->add_flag("--administrator", user_.administrator, "may do everything on this installation");
        auto* invite = under("invite", "Print a link with which somebody makes their account, or sets a new password",
                             [this] { return invite_user(config(), user_); });
        invite->add_option("name", user_.name, "of a new person; or the login of somebody who forgot their password")->required();
        invite->add_flag("--administrator", user_.administrator, "may do everything on this installation");
        under("password", "Set a new password; ends all sessions of that account",
              [this] { return set_user_password(config(), user_.login); })
            ->add_option("login", user_.login, "user name, phone or e-mail")
            ->required();
        under("one-step", "Take the second step of signing in off an account whose phone and codes are lost; ends all its sessions",
              [this] { return drop_second_step(config(), user_.login); })
            ->add_option("login", user_.login, "user name, phone or e-mail")
            ->required();
        under("list", "Everybody who has an account", [this] { return list_users(config()); });
    }

    CLI::App app_{about, "lomwong"};
    NewUser user_;
    Given given_;
    std::string openapi_file_;
    bool doctor_as_json_ = false;
    BackupOrder backup_;
    TextImport texts_;
    ValuesImport values_;
    BoundaryImport boundaries_;
    SearchOrder search_;
    FigureOrder figure_;
    std::string import_file_;
    std::string mail_address_;
    bool preview_ = false;
    std::function<int()> command_;
};

}  // namespace

int run(int argc, char** argv) {
    return CommandLine{}.run(argc, argv);
}

}  // namespace app
