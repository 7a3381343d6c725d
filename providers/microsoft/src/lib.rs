#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::{Segment, UrlVariable, oauth_provider};

/// The Microsoft identity platform (v2.0): work and school accounts of Entra ID, and personal accounts.
#[rustfmt::skip]
#[oauth_provider(
    authorization_endpoint = "https://{cloud.login}/{tenant}/oauth2/v2.0/authorize",
    token_endpoint = "https://{cloud.login}/{tenant}/oauth2/v2.0/token",
    userinfo_endpoint = "https://{cloud.graph}/oidc/userinfo",
    api_base = "https://{cloud.graph}/v1.0",
    client_auth(client_secret_post, client_secret_basic, none),
    grants(authorization_code, refresh_token(offline_scope(offline_access)), client_credentials),
    scopes(openid, profile, email, offline_access, graph_default = "https://graph.microsoft.com/.default",
        acronym_read_all = "Acronym.Read.All", analytics_read = "Analytics.Read",
        application_read_all = "Application.Read.All", audit_log_read_all = "AuditLog.Read.All",
        bookings_manage_all = "Bookings.Manage.All", bookings_read_all = "Bookings.Read.All",
        bookings_read_write_all = "Bookings.ReadWrite.All", bookmark_read_all = "Bookmark.Read.All",
        calendars_read = "Calendars.Read", calendars_read_shared = "Calendars.Read.Shared",
        calendars_read_write = "Calendars.ReadWrite",
        calendars_read_write_shared = "Calendars.ReadWrite.Shared",
        channel_read_basic_all = "Channel.ReadBasic.All", channel_message_edit = "ChannelMessage.Edit",
        channel_message_send = "ChannelMessage.Send", chat_create = "Chat.Create", chat_read = "Chat.Read",
        chat_read_basic = "Chat.ReadBasic", chat_read_write = "Chat.ReadWrite",
        chat_read_write_all = "Chat.ReadWrite.All", chat_message_read = "ChatMessage.Read",
        chat_message_send = "ChatMessage.Send", contacts_read = "Contacts.Read",
        contacts_read_shared = "Contacts.Read.Shared", contacts_read_write = "Contacts.ReadWrite",
        contacts_read_write_shared = "Contacts.ReadWrite.Shared", device_command = "Device.Command",
        device_read = "Device.Read", directory_read_all = "Directory.Read.All",
        directory_read_write_all = "Directory.ReadWrite.All", ews_access_as_user_all = "EWS.AccessAsUser.All",
        family_read = "Family.Read", files_read = "Files.Read", files_read_all = "Files.Read.All",
        files_read_selected = "Files.Read.Selected", files_read_write = "Files.ReadWrite",
        files_read_write_all = "Files.ReadWrite.All",
        files_read_write_app_folder = "Files.ReadWrite.AppFolder",
        files_read_write_selected = "Files.ReadWrite.Selected",
        files_selected_operations_selected = "Files.SelectedOperations.Selected",
        group_read_all = "Group.Read.All", group_read_write_all = "Group.ReadWrite.All",
        group_member_read_all = "GroupMember.Read.All", imap_access_as_user_all = "IMAP.AccessAsUser.All",
        information_protection_policy_read = "InformationProtectionPolicy.Read", mail_read = "Mail.Read",
        mail_read_shared = "Mail.Read.Shared", mail_read_basic = "Mail.ReadBasic",
        mail_read_basic_shared = "Mail.ReadBasic.Shared", mail_read_write = "Mail.ReadWrite",
        mail_read_write_shared = "Mail.ReadWrite.Shared", mail_send = "Mail.Send",
        mail_send_shared = "Mail.Send.Shared", mailbox_folder_read = "MailboxFolder.Read",
        mailbox_folder_read_write = "MailboxFolder.ReadWrite",
        mailbox_item_import_export = "MailboxItem.ImportExport", mailbox_item_read = "MailboxItem.Read",
        mailbox_settings_read = "MailboxSettings.Read",
        mailbox_settings_read_write = "MailboxSettings.ReadWrite", notes_create = "Notes.Create",
        notes_read = "Notes.Read", notes_read_all = "Notes.Read.All", notes_read_write = "Notes.ReadWrite",
        notes_read_write_all = "Notes.ReadWrite.All",
        notes_read_write_created_by_app = "Notes.ReadWrite.CreatedByApp",
        online_meetings_read = "OnlineMeetings.Read", online_meetings_read_write = "OnlineMeetings.ReadWrite",
        pop_access_as_user_all = "POP.AccessAsUser.All", people_read = "People.Read",
        policy_read_conditional_access = "Policy.Read.ConditionalAccess", presence_read = "Presence.Read",
        presence_read_all = "Presence.Read.All", presence_read_write = "Presence.ReadWrite",
        print_job_create = "PrintJob.Create", print_job_read = "PrintJob.Read",
        print_job_read_basic = "PrintJob.ReadBasic", print_job_read_write = "PrintJob.ReadWrite",
        print_job_read_write_basic = "PrintJob.ReadWriteBasic", qna_read_all = "QnA.Read.All",
        smtp_send = "SMTP.Send", short_notes_read = "ShortNotes.Read",
        short_notes_read_write = "ShortNotes.ReadWrite", sites_full_control_all = "Sites.FullControl.All",
        sites_manage_all = "Sites.Manage.All", sites_read_all = "Sites.Read.All",
        sites_read_write_all = "Sites.ReadWrite.All", sites_selected = "Sites.Selected",
        tasks_read = "Tasks.Read", tasks_read_shared = "Tasks.Read.Shared",
        tasks_read_write = "Tasks.ReadWrite", tasks_read_write_shared = "Tasks.ReadWrite.Shared",
        team_create = "Team.Create", team_read_basic_all = "Team.ReadBasic.All",
        teams_activity_read = "TeamsActivity.Read", teams_activity_send = "TeamsActivity.Send",
        teams_app_installation_read_for_chat = "TeamsAppInstallation.ReadForChat",
        teams_app_installation_read_for_user = "TeamsAppInstallation.ReadForUser",
        teams_app_installation_read_write_self_for_user = "TeamsAppInstallation.ReadWriteSelfForUser",
        teams_tab_read_write_for_user = "TeamsTab.ReadWriteForUser",
        teams_tab_read_write_self_for_user = "TeamsTab.ReadWriteSelfForUser",
        user_invite_all = "User.Invite.All", user_read = "User.Read", user_read_all = "User.Read.All",
        user_read_basic_all = "User.ReadBasic.All", user_read_write = "User.ReadWrite",
        user_read_write_all = "User.ReadWrite.All",
        user_activity_read_write_created_by_app = "UserActivity.ReadWrite.CreatedByApp",
        user_notification_read_write_created_by_app = "UserNotification.ReadWrite.CreatedByApp"),
    custom_scopes(allowed),
    authorization_request(params(prompt(one_of(login, none, consent, select_account)), login_hint(optional),
        domain_hint(optional), claims(optional))),
    callback(capture(session_state)),
    token_response(extra(MicrosoftExtra)),
    error_response(map(invalid_scope = "invalid_resource",
        invalid_grant("interaction_required", "consent_required", "login_required")))
)]
#[derive(Debug, Clone)]
pub struct Microsoft {
    /// The cloud that the accounts are in.
    pub cloud: Cloud,
    /// Who may log in: `common` (everyone), `organizations`, `consumers`, or one tenant by its GUID or
    /// its domain. Client credentials need one tenant.
    pub tenant: Segment,
}

/// The clouds of Microsoft. Accounts, apps and tokens of one are nothing to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, UrlVariable)]
pub enum Cloud {
    /// The global one.
    #[url(login = "login.microsoftonline.com", graph = "graph.microsoft.com")]
    Global,
    /// US Government.
    #[url(login = "login.microsoftonline.us", graph = "graph.microsoft.us")]
    UsGovernment,
    /// US Department of Defense, which logs in where the US Government does.
    #[url(login = "login.microsoftonline.us", graph = "dod-graph.microsoft.us")]
    UsGovernmentDod,
    /// China, operated by 21Vianet.
    #[url(login = "login.partner.microsoftonline.cn", graph = "microsoftgraph.chinacloudapi.cn")]
    China,
}

/// What Microsoft's token answer says beyond RFC 6749.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
pub struct MicrosoftExtra {
    /// For how many seconds the token is good while Microsoft can't issue another one.
    pub ext_expires_in: Option<u64>,
}
