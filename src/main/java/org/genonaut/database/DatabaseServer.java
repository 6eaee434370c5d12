package org.genonaut.database;

/** A MariaDB that somebody else runs. */
record DatabaseServer(String url, String user, String password) implements Database {

    @Override
    public String getJdbcUrl() {
        return url;
    }

    @Override
    public String getUsername() {
        return user;
    }

    @Override
    public String getPassword() {
        return password;
    }

    @Override
    public String toString() {
        return "DatabaseServer[" + url + "]";
    }
}
