package org.careroom.people;

/** What somebody typed to get an account, checked and hashed, but not stored yet. */
public record NewAccount(String email, String name, Password password) {}
